/** What the page uses of libheif; for `tsc` alone, no browser reads it. */

/** Something on the decoder's own heap. */
export interface Held {
  readonly held: unique symbol;
}

/** A value of one of its lists; each stands there once. */
export interface Named {
  readonly named: unique symbol;
}

export interface HeifError {
  readonly code: Named;
  readonly message: string;
}

export interface Decoded {
  readonly image: Held;
  /** `data` is a view on the heap, good until the decoder is asked something else. */
  readonly channels: readonly { width: number; height: number; stride: number; data: Uint8Array }[];
}

export interface Heif {
  readonly heif_error_code: { readonly heif_error_Ok: Named };
  readonly heif_colorspace: { readonly heif_colorspace_RGB: Named };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: Named; readonly heif_chroma_interleaved_RGBA: Named };
  heif_context_alloc(): Held;
  heif_context_read_from_memory(context: Held, content: Uint8Array): HeifError;
  heif_context_get_number_of_top_level_images(context: Held): number;
  heif_js_context_get_primary_image_handle(context: Held): Held | HeifError;
  heif_image_handle_get_width(image: Held): number;
  heif_image_handle_get_height(image: Held): number;
  heif_image_handle_has_alpha_channel(image: Held): number;
  heif_image_handle_is_premultiplied_alpha(image: Held): number;
  heif_js_decode_image2(image: Held, space: Named, chroma: Named): Decoded | HeifError;
}

/** A new decoder with a heap of its own. */
export default function libheif(options?: { print?: (said: string) => void; printErr?: (said: string) => void }): Heif;
