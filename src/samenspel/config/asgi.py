"""The ASGI door. A body that is too large is refused before a byte of it is read."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from samenspel.config.guard import refuse_large_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings")
application = refuse_large_bodies(get_asgi_application(), settings.UPLOAD_LIMIT)
