export { BlobSource, EncodedPacketSink, Input, Logging, LogLevel, MATROSKA, MP4, MPEG_TS, QTFF, WEBM } from "mediabunny";
export { md5 } from "@noble/hashes/legacy.js";
export { sha256 } from "@noble/hashes/sha2.js";
