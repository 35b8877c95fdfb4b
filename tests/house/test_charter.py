"""The charter, where a machine can hold it: no biometrics, nobody is searched for, nothing is crawled or sent."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import click
import pytest

from rescind.cli.main import rescind
from tests.house.sources import ROOT, files, imports, inside, modules

# Names of packages that detect, compare or search faces, bodies, voices or gaits, or that embed pictures so that
# people in them can be searched. A part of a name is enough: `insightface-onnx` is refused with `insightface`.
BIOMETRIC = (
    "arcface",
    "biometric",
    "clip-anytorch",
    "compreface",
    "deepface",
    "dlib",
    "face-alignment",
    "face-detection",
    "face-recognition",
    "facenet",
    "faceapi",
    "facelib",
    "facexlib",
    "fastreid",
    "insightface",
    "mediapipe",
    "mtcnn",
    "open-clip",
    "openface",
    "opencv",
    "openpose",
    "pyannote",
    "resemblyzer",
    "retinaface",
    "sentence-transformers",
    "sface",
    "speaker-recognition",
    "speechbrain",
    "torchreid",
    "vggface",
    "voiceprint",
    "yoloface",
    "yunet",
)
BIOMETRIC_IN_CODE = re.compile(
    r"haarcascade|CascadeClassifier|FaceDetector|FaceRecognizer|face_(?:encod|locat|landmark|embed|detect|recogn)"
    r"|(?:voice|speaker|gait|person)_?(?:id|embed|recogn|verif)\w*",
    re.IGNORECASE,
)
MODEL_FILES = (
    ".onnx",
    ".pt",
    ".pth",
    ".tflite",
    ".caffemodel",
    ".safetensors",
    ".h5",
    ".pb",
    ".mlmodel",
    ".gguf",
)

NOBODY_IS_SEARCHED = re.compile(
    r"face|person|people|account|user(?:name)?|handle|nick|profile|identif|who|performer|search|crawl|spider|depth|recurs"
)
# `help people` lists services to talk to; it is an argument, not a way to look for anybody.
NETWORK = (
    "socket",
    "ssl",
    "http.client",
    "http.server",
    "urllib.request",
    "httpx2",
    "httpcore2",
    "requests",
    "aiohttp",
    "ftplib",
    "asyncio",
)
SENDING = ("smtplib", "telnetlib", "webbrowser")
UNSAFE_FORMATS = ("pickle", "shelve", "marshal", "dill", "joblib")


def plain(name: str) -> str:
    """A package or module name with one spelling of its joints."""
    return re.sub(r"[-_.]+", "-", name).lower()


def biometric(name: str) -> bool:
    return any(refused in plain(name) for refused in BIOMETRIC) or plain(name).partition("-")[0] in (
        "cv2",
        "clip",
    )


def required() -> Iterator[str]:
    """The name of every package that pyproject.toml asks for, extras and groups among them."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = said["project"]
    lists = [project["dependencies"], *project.get("optional-dependencies", {}).values()]
    lists += said.get("dependency-groups", {}).values()
    for each in (*said["build-system"]["requires"], *(one for some in lists for one in some)):
        if isinstance(each, str):
            yield re.split(r"[^\w.-]", each, maxsplit=1)[0]


def locked() -> Iterator[str]:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    yield from (package["name"] for package in lock["package"])


def commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words it is called by."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, (*path, name))


@pytest.mark.parametrize(
    "name", ["face_recognition", "insightface-cpu", "cv2.face", "opencv-python", "dlib", "clip"]
)
def test_the_refused_list_knows_the_usual_names(name: str) -> None:
    assert biometric(name)


def test_no_biometric_package_is_required_or_locked() -> None:
    names = {*required(), *locked()}
    assert "pillow" in names
    assert [name for name in sorted(names) if biometric(name)] == []


def test_no_biometric_module_is_imported() -> None:
    found = [
        f"{one.path}:{line} {name}"
        for one in modules()
        for name, line in imports(one.tree)
        if biometric(name)
    ]
    assert found == []


def test_no_source_speaks_of_detecting_faces_or_voices() -> None:
    code = [path for path in files() if path.suffix in (".py", ".c", ".h") and "house" not in path.parts]
    assert [path.name for path in code if BIOMETRIC_IN_CODE.search(path.read_text(encoding="utf-8"))] == []


def test_no_model_file_is_shipped() -> None:
    assert [path.name for path in files() if path.suffix in MODEL_FILES] == []


def test_no_command_looks_for_a_person() -> None:
    refused = []
    for path, command in commands(rescind):
        words = [
            *path,
            *(name.lstrip("-") for option in command.params for name in option.opts + option.secondary_opts),
        ]
        refused += [f"{' '.join(path)}: {word}" for word in words if NOBODY_IS_SEARCHED.search(word)]
    assert refused == []


def test_check_takes_pictures_and_places_but_no_name() -> None:
    check = dict(commands(rescind))[("check",)]
    assert "--place" in {name for option in check.params for name in option.opts}
    assert not {name for option in check.params for name in option.opts} & {
        "--name",
        "--email",
        "--of",
        "--by",
    }


def test_only_the_net_room_calls_out() -> None:
    strangers = [
        f"{one.path}:{line} {name}"
        for one in inside()
        for name, line in imports(one.tree)
        if one.room != "net" and any(name == refused or name.startswith(f"{refused}.") for refused in NETWORK)
    ]
    assert strangers == []
    assert any(name in NETWORK for one in inside() if one.room == "net" for name, _ in imports(one.tree))


@pytest.mark.parametrize("refused", [*SENDING, *UNSAFE_FORMATS])
def test_nothing_is_sent_by_itself_and_nothing_stored_can_run(refused: str) -> None:
    found = [one.path for one in inside() for name, _ in imports(one.tree) if name.split(".")[0] == refused]
    assert found == []


def test_links_are_followed_only_where_a_person_asked_for_more_pages() -> None:
    """Addresses are joined from links in `person/watch` alone, so nothing else can come to follow them."""
    joining = {
        one.path for one in inside() if any(name == "urllib.parse.urljoin" for name, _ in imports(one.tree))
    }
    assert {
        path for path in joining if not path.startswith(("src/rescind/person/watch/", "src/rescind/net/"))
    } == set()
