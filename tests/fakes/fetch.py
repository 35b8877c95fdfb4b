"""A fetch that answers from a dictionary, keeps what was asked, and fails the test on any other address."""

from dataclasses import dataclass, field

from rescind.net import Fetched, Kinds, NotFetched, Portion, Reason, Span, media_type, target

Told = bytes | Fetched | Reason


@dataclass
class FakeFetch:
    """`told` holds what each address answers: a body, a whole answer, or the reason it is not fetched."""

    told: dict[str, Told]
    asked: list[str] = field(default_factory=list)

    def __call__(self, address: str, *, kinds: Kinds, span: Span | None = None) -> Fetched:
        asked = target(address).text
        self.asked.append(asked)
        assert asked in self.told, f"an address was called that the test does not know: {asked}"
        match self.told[asked]:
            case Reason() as reason:
                raise NotFetched(reason)
            case Fetched() as fetched:
                return fetched
            case body:
                return self._answered(asked, body, kinds, span)

    def _answered(self, asked: str, body: bytes, kinds: Kinds, span: Span | None) -> Fetched:
        kind = media_type("", body)
        if not kinds.take(kind):
            raise NotFetched(Reason.WRONG_KIND)
        headers = (("content-type", kind),)
        if span is None:
            return Fetched(asked, asked, 200, headers, body, kind)
        part = body[span.first : span.last + 1]
        portion = Portion(span.first, span.first + len(part) - 1, len(body))
        return Fetched(asked, asked, 206, headers, part, kind, portion)
