"""The groups of alterations, each with its aim: the share of copies that should be found."""

from collections.abc import Callable
from dataclasses import dataclass

from alterations import colours, covering, cutting, frames, pairs, photographed, saving, screens, together
from alterations.chance import Chance, Picture

Alteration = Callable[[Picture, Chance], Picture]


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    aim: float
    alterations: tuple[Alteration, ...]


RECOMPRESSION = (
    saving.jpeg_90,
    saving.jpeg_70,
    saving.jpeg_50,
    saving.jpeg_30,
    saving.jpeg_10,
    saving.webp_20_to_60,
    saving.avif_25_to_60,
    saving.jpeg_twice,
    saving.gif_colours,
)
RESIZE = (
    saving.size_25,
    saving.size_50,
    saving.size_30_to_90,
    saving.size_50_nearest,
    saving.size_200,
    saving.thumbnail_128,
    saving.stretched_5_to_20,
)
COLOUR = (
    colours.brighter,
    colours.darker,
    colours.contrast_less,
    colours.contrast_more,
    colours.gamma,
    colours.grey,
    colours.sepia,
    colours.warmer,
    colours.cooler,
    colours.saturation,
    colours.hue,
    colours.vignette,
    colours.faded_filter,
    colours.even_out,
)
BLUR = (colours.blur, colours.blur_box, colours.blur_moved, colours.pixelate, colours.sharpen)
NOISE = (colours.noise, colours.noise_grey, colours.noise_specks)
TURNS = (
    cutting.mirror,
    cutting.upside_down_mirror,
    cutting.quarter_turn,
    cutting.half_turn,
    cutting.three_quarter_turn,
    cutting.mirror_and_turn,
)
BORDERS = (
    frames.border_black,
    frames.border_white,
    frames.border_coloured,
    frames.border_double,
    frames.border_polaroid,
    frames.border_gradient,
    frames.letterbox,
    frames.pillarbox,
    frames.blurred_pad,
    frames.rounded,
    frames.caption_top,
    frames.caption_bottom,
    frames.caption_both,
    frames.meme_poster,
    frames.on_tall_sheet,
)
SCREENSHOTS = (
    screens.viewer_dark,
    screens.viewer_light,
    screens.chat,
    screens.story,
    screens.feed,
    screens.gallery_grid,
    screens.web_page,
    screens.desktop_window,
)
COVERED_10 = (
    covering.text_small,
    covering.text_big,
    covering.text_banner,
    covering.watermark_tiled,
    covering.watermark_corner,
    covering.sticker_5,
    covering.sticker_10,
    covering.emojis,
    covering.scribble,
    covering.hidden_blurred,
    covering.hidden_pixelated,
    covering.hidden_bar,
)
TILTED = (
    cutting.tilt_2_corners,
    cutting.tilt_2_inner,
    cutting.tilt_5_corners,
    cutting.tilt_5_inner,
    cutting.tilt_5_grown,
    cutting.tilt_10_corners,
    cutting.tilt_10_inner,
    cutting.tilt_10_grown,
    cutting.tilt_any,
)
PHOTOGRAPHED = (
    photographed.screen_tight,
    photographed.screen_in_room,
    photographed.screen_leaning,
    photographed.screen_of_phone,
)
COLLAGE = (
    together.collage_gaps,
    together.collage_close,
    together.collage_uneven,
    together.collage_rows,
    together.side_by_side,
)
PAIRS = (
    pairs.viewer_of_mirrored_crop,
    pairs.crop_sticker_jpeg,
    pairs.tilt_and_crop,
    pairs.meme_border_jpeg,
    pairs.filter_crop_watermark,
    pairs.mirror_and_crop,
    pairs.chat_of_sticker,
    pairs.grey_crop_thumbnail,
    pairs.letterbox_and_text,
    pairs.viewer_of_collage,
    pairs.caption_and_crop,
    pairs.photo_of_crop,
)

GROUPS = (
    Group("recompression", 0.99, RECOMPRESSION),
    Group("resize", 0.99, RESIZE),
    Group("colour", 0.99, COLOUR),
    Group("blur", 0.99, BLUR),
    Group("noise", 0.99, NOISE),
    Group("turns", 1.0, TURNS),
    Group("borders", 0.97, BORDERS),
    Group("screenshots", 0.97, SCREENSHOTS),
    Group("covered-10", 0.98, COVERED_10),
    Group("covered-20", 0.9, (covering.sticker_20,)),
    Group("crop-70", 0.95, (cutting.crop_90, cutting.crop_80, cutting.crop_70)),
    Group("crop-40", 0.85, (cutting.crop_60, cutting.crop_50, cutting.crop_40)),
    Group("rotation", 0.95, TILTED),
    Group("photo-of-screen", 0.8, PHOTOGRAPHED),
    Group("collage", 0.9, COLLAGE),
    Group("pairs", 0.85, PAIRS),
)
