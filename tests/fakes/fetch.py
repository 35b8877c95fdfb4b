"""A fetch that answers from a dictionary, keeps what was asked, and fails the test on any other address."""

from dataclasses import dataclass, field, replace

from rescind.net import Fetched, Kinds, NotFetched, Portion, Reason, Span, media_type, target

Told = bytes | Fetched | Reason


@dataclass
class FakeFetch:
    """`told` holds what each address answers: a body, a whole answer, or the reason it is not fetched. `sent` counts
    the bytes.
    """

    told: dict[str, Told]
    asked: list[str] = field(default_factory=list)
    sent: int = 0

    def __call__(self, address: str, *, kinds: Kinds, span: Span | None = None) -> Fetched:
        asked = target(address).text
        self.asked.append(asked)
        assert asked in self.told, f"an address was called that the test does not know: {asked}"
        match self.told[asked]:
            case Reason() as reason:
                raise NotFetched(reason)
            case Fetched() as fetched:
                return self._part(fetched, span)
            case body:
                return self._part(self._answered(asked, body, kinds), span)

    def _answered(self, asked: str, body: bytes, kinds: Kinds) -> Fetched:
        kind = media_type("", body)
        if not kinds.take(kind):
            raise NotFetched(Reason.WRONG_KIND)
        return Fetched(asked, asked, 200, (("content-type", kind),), body, kind)

    def _part(self, whole: Fetched, span: Span | None) -> Fetched:
        if span is None:
            self.sent += len(whole.body)
            return whole
        part = whole.body[span.first : span.last + 1]
        self.sent += len(part)
        portion = Portion(span.first, span.first + len(part) - 1, len(whole.body))
        return replace(whole, status=206, body=part, portion=portion)
