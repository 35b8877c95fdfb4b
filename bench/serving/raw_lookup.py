"""The peer: HMA's `GET /m/raw_lookup` without its database, for gunicorn.

HMA 1.1.7 is in no package registry, so this is not its code. It does what that call does of work: Flask takes the
request, the signal is checked by threatexchange, and threatexchange's own index, which HMA keeps in memory too, is
asked. HMA asks its database for the kinds of signals at every call besides; that is left out here, so HMA itself is
slower than this.

    PRINTS=file gunicorn --bind 127.0.0.1:PORT --workers N serving.raw_lookup:application
"""

import os

import numpy as np
from flask import Flask, abort, request
from threatexchange.signal_type.pdq.signal import PdqSignal

application = Flask(__name__)
ROWS = np.fromfile(os.environ["PRINTS"], np.uint8).reshape(-1, 32)
INDEX = PdqSignal.get_index_cls().build([(row.tobytes().hex(), number) for number, row in enumerate(ROWS)])


@application.get("/m/raw_lookup")
def raw_lookup() -> dict[str, object]:
    """The rows near a signal."""
    try:
        signal = PdqSignal.validate_signal_str(request.args["signal"])
    except Exception as error:  # noqa: BLE001 - as the peer does
        abort(400, str(error))
    return {"matches": [one.metadata for one in INDEX.query(signal)]}
