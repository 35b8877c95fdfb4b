export { BlobSource, EncodedPacketSink, Input, MATROSKA, MP4, MPEG_TS, QTFF, UnsupportedInputFormatError, WEBM } from "mediabunny";
export { md5 } from "@noble/hashes/legacy.js";
export { sha256 } from "@noble/hashes/sha2.js";
