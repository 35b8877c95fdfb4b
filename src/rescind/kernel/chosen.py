"""Which implementation of the kernel runs here, decided once."""

from rescind.kernel import arrays
from rescind.kernel.agreement import Kernel, agrees


def _chosen() -> tuple[Kernel, bool]:
    """The C where it was built and gives the stored answers, NumPy elsewhere."""
    try:
        from rescind.kernel import _native
    except ImportError:
        return arrays, False
    return (_native, True) if agrees(_native) else (arrays, False)


kernel, native = _chosen()
