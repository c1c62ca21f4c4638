"""A long run: the page hears how far it is while it runs, and can stop it."""

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime

from django.db import connections
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_POST

from rekenmodel.values import Language
from samenspel.desk.web.edit_parts import me
from samenspel.kit.templatetags.kit import language
from samenspel.scenarios.queries import Turns, calculated, page_of, planning_of
from samenspel.scenarios.rules.running import MOST_DRAWS, Progress, StoppedError
from samenspel.scenarios.web.calculate import parts_of, turns_of


@require_POST
def long_run(request: HttpRequest, household_id: str) -> StreamingHttpResponse:
    """Run as often as may be; the answer is a line with the share that is done, again and again.

    After an empty line come the parts of the page, as for a turned knob. Whoever leaves, stops the run.
    """
    at = timezone.now()
    planning_of(me(request), household_id, at=at, subject="lang doorrekenen")
    turns = replace(turns_of(request), draws=MOST_DRAWS)
    told = _told(request, household_id, turns, at, language())
    # Django compresses an async stream piece by piece, and browsers read only the first of such pieces.
    headers = {"Content-Encoding": "identity"}
    return StreamingHttpResponse(told, content_type="text/plain; charset=utf-8", headers=headers)


async def _told(
    request: HttpRequest, household_id: str, turns: Turns, at: datetime, tongue: Language
) -> AsyncIterator[str]:
    """Tell how far the run is, then what came out; when nobody listens any more the run stops."""
    loop, halt = asyncio.get_running_loop(), threading.Event()
    shares: asyncio.Queue[float] = asyncio.Queue()

    def progress(share: float) -> None:
        if halt.is_set():
            raise StoppedError
        loop.call_soon_threadsafe(shares.put_nowait, share)

    work = asyncio.create_task(asyncio.to_thread(_run, request, household_id, turns, at, tongue, progress))
    try:
        while not work.done():
            heard = asyncio.create_task(shares.get())
            await asyncio.wait({work, heard}, return_when=asyncio.FIRST_COMPLETED)
            if heard.done():
                yield f"{heard.result():.3f}\n"
            else:
                heard.cancel()
        yield f"\n{await work}"
    finally:
        halt.set()


def _run(
    request: HttpRequest,
    household_id: str,
    turns: Turns,
    at: datetime,
    tongue: Language,
    progress: Progress,
) -> str:
    """Calculate and return the parts of the page; in a thread of its own, which closes what it opened."""
    on = timezone.localdate(at)
    try:
        with override(tongue):
            found = calculated(me(request), household_id, at=at, on=on, turns=turns, progress=progress)
            return parts_of(request, page_of(found, turns, tongue))
    finally:
        connections.close_all()
