"""Two or three alterations of different kinds, one after the other, as copies that wander have."""

from alterations import colours, covering, cutting, frames, photographed, saving, screens, together
from alterations.chance import Chance, Picture


def viewer_of_mirrored_crop(image: Picture, chance: Chance) -> Picture:
    return screens.viewer_dark(cutting.mirror(cutting.crop_70(image, chance), chance), chance)


def crop_sticker_jpeg(image: Picture, chance: Chance) -> Picture:
    return saving.jpeg_50(covering.sticker_5(cutting.crop_80(image, chance), chance), chance)


def tilt_and_crop(image: Picture, chance: Chance) -> Picture:
    return cutting.crop_80(cutting.tilt_5_inner(image, chance), chance)


def meme_border_jpeg(image: Picture, chance: Chance) -> Picture:
    return saving.jpeg_70(frames.border_white(covering.text_big(image, chance), chance), chance)


def filter_crop_watermark(image: Picture, chance: Chance) -> Picture:
    return covering.watermark_tiled(cutting.crop_80(colours.faded_filter(image, chance), chance), chance)


def mirror_and_crop(image: Picture, chance: Chance) -> Picture:
    return cutting.crop_60(cutting.mirror(image, chance), chance)


def chat_of_sticker(image: Picture, chance: Chance) -> Picture:
    return screens.chat(covering.sticker_10(image, chance), chance)


def grey_crop_thumbnail(image: Picture, chance: Chance) -> Picture:
    return saving.size_25(cutting.crop_70(colours.grey(image, chance), chance), chance)


def letterbox_and_text(image: Picture, chance: Chance) -> Picture:
    return covering.text_banner(frames.letterbox(image, chance), chance)


def viewer_of_collage(image: Picture, chance: Chance) -> Picture:
    return screens.viewer_light(together.collage_gaps(image, chance), chance)


def caption_and_crop(image: Picture, chance: Chance) -> Picture:
    return frames.caption_top(cutting.crop_70(image, chance), chance)


def photo_of_crop(image: Picture, chance: Chance) -> Picture:
    return photographed.screen_tight(cutting.crop_80(image, chance), chance)
