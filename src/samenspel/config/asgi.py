"""The ASGI door. A body that is too large is refused before a byte of it is read."""

import os
import warnings
from threading import Thread

from django.conf import settings
from django.core.asgi import get_asgi_application

from rekenmodel.trajectory import warm_up
from samenspel.config.doors import refuse_undeclared
from samenspel.config.guard import refuse_large_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings")
os.environ.setdefault("SAMENSPEL_POOL", "1")  # under ASGI each request would open a connection of its own
# WhiteNoise gives static files in pieces, which are small; Django advises an async way that it does not have.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
django_application = get_asgi_application()
refuse_undeclared()
Thread(target=warm_up, daemon=True, name="warm-up").start()
application = refuse_large_bodies(django_application, settings.UPLOAD_LIMIT)
