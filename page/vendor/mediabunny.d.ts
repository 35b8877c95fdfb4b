/** What the page uses of mediabunny, and of the checksums that go with it; for `tsc` alone, no browser reads it. */

export interface Packet {
  readonly data: Uint8Array;
  readonly timestamp: number;
  readonly duration: number;
  readonly type: "key" | "delta";
}

export interface VideoTrack {
  getCodec(): Promise<string | null>;
  getCodedWidth(): Promise<number>;
  getCodedHeight(): Promise<number>;
  getRotation(): Promise<0 | 90 | 180 | 270>;
  getFlip(): Promise<boolean>;
  getPixelAspectRatio(): Promise<{ num: number; den: number }>;
  getDecoderConfig(): Promise<VideoDecoderConfig | null>;
  getDurationFromMetadata(): Promise<number | null>;
}

export interface Format {
  readonly name: string;
}

export class Input {
  constructor(options: { source: BlobSource; formats: Format[] });
  getFormat(): Promise<Format>;
  getVideoTracks(): Promise<VideoTrack[]>;
  getAudioTracks(): Promise<object[]>;
  getDurationFromMetadata(): Promise<number | null>;
  dispose(): void;
}

export class BlobSource {
  constructor(blob: Blob, options?: { maxCacheSize?: number });
}

export class EncodedPacketSink {
  constructor(track: VideoTrack);
  packets(): AsyncGenerator<Packet, void, unknown>;
}

export enum LogLevel {
  Silent,
}

export class Logging {
  static level: LogLevel;
}

export const MP4: Format;
export const QTFF: Format;
export const MATROSKA: Format;
export const WEBM: Format;
export const MPEG_TS: Format;

export interface Digest {
  update(piece: Uint8Array): Digest;
  digest(): Uint8Array;
}

export const sha256: { create(): Digest };
export const md5: { create(): Digest };
