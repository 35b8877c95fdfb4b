/**
 * The decoded frames of a video in the order of time, each with the second at which it is shown. Broken pieces are passed over,
 * as players do. Frames that no other frame is made from are not decoded, where that can be told and others are close enough.
 */

/** @typedef {import("./opening.js").Opened} Opened */
/** @typedef {import("../../vendor/mediabunny.js").Packet} Packet */
/** A frame is to be closed by whoever gets it. @typedef {{ at: number, frame: VideoFrame }} Shown */

const SPARSE = 0.2; // seconds between two decoded frames; when it is more, none is left out any longer
const AHEAD = 4; // frames that the decoder is given before one is waited for

export class Frames {
  /** @param {import("./opening.js").Part} part @param {Opened} video */
  constructor(part, video) {
    this.sink = new part.EncodedPacketSink(video.track);
    this.config = video.config;
    this.droppable = video.codec === "h264" ? lengthSize(video.config) : 0;
    /** How many pieces could not be decoded, and whether reading ended with an error. */
    this.broken = 0;
    this.torn = false;
    /** @type {VideoFrame[]} */
    this.out = [];
    /** The seconds that the file gives, by the millionths that the decoder hands back. @type {Map<number, number>} */
    this.times = new Map();
    this.first = NaN;
    this.last = 0;
    this.needsKey = true;
    this.happened = false;
    this.go = () => {};
    this.decoder = this.started();
  }

  /** Every frame that is decoded. @returns {AsyncGenerator<Shown, void, void>} */
  async *closely() {
    try {
      for await (const packet of this.packets()) {
        if (!this.takes(packet)) continue;
        this.give(packet);
        while (this.isBusy()) await this.changed();
        yield* this.ready();
      }
      yield* this.rest();
    } finally {
      for (const frame of this.out.splice(0)) frame.close();
      if (this.decoder.state !== "closed") this.decoder.close();
    }
  }

  /** What is read of the file, up to where it cannot be. @returns {AsyncGenerator<Packet, void, void>} */
  async *packets() {
    const reading = this.sink.packets();
    try {
      for (;;) {
        const { value, done } = await reading.next().catch(() => ((this.torn = true), { value: undefined, done: true }));
        if (done || !value) return;
        yield value;
      }
    } finally {
      await reading.return();
    }
  }

  /** Whether to decode this piece: after a broken one nothing before the next key frame. @param {Packet} packet */
  takes(packet) {
    if (this.needsKey && packet.type !== "key") return false;
    return !(this.droppable && isNonReference(packet.data, this.droppable));
  }

  /** @param {Packet} packet */
  give(packet) {
    if (this.decoder.state === "closed") this.decoder = this.started();
    const timestamp = Math.round(packet.timestamp * 1e6);
    this.times.set(timestamp, packet.timestamp);
    this.needsKey = false;
    try {
      this.decoder.decode(new EncodedVideoChunk({ type: packet.type, timestamp, data: packet.data }));
    } catch {
      this.breaks(); // not what it says it is
    }
  }

  started() {
    const decoder = new VideoDecoder({
      output: (frame) => (this.out.push(frame), this.wake()),
      error: () => this.breaks(),
    });
    decoder.addEventListener("dequeue", () => this.wake());
    decoder.configure(this.config);
    return decoder;
  }

  /** The decoder gave up: a new one goes on from the next key frame. */
  breaks() {
    this.broken += 1;
    this.needsKey = true;
    this.wake();
  }

  isBusy() {
    return this.decoder.state === "configured" && this.decoder.decodeQueueSize >= AHEAD && !this.out.length;
  }

  /** Wait until something has happened since this was asked last. @returns {Promise<void>} */
  async changed() {
    await new Promise((go) => {
      this.go = () => go(null);
      if (this.happened) this.go();
    });
    this.happened = false;
  }

  wake() {
    this.happened = true;
    this.go();
  }

  /** What the decoder kept. @returns {AsyncGenerator<Shown, void, void>} */
  async *rest() {
    let left = this.decoder.state === "configured";
    const done = () => ((left = false), this.wake());
    if (left) this.decoder.flush().then(done, done); // that it breaks is told to `error`
    while (left) {
      await this.changed();
      yield* this.ready();
    }
    yield* this.ready();
  }

  *ready() {
    for (let frame = this.out.shift(); frame; frame = this.out.shift()) {
      const at = this.seconds(frame.timestamp);
      if (at - this.last > SPARSE) this.droppable = 0;
      this.last = at;
      yield { at, frame };
    }
  }

  /** Seconds from the first frame, which never go back. @param {number} timestamp millionths */
  seconds(timestamp) {
    const told = this.times.get(timestamp) ?? timestamp / 1e6;
    for (const known of this.times.keys()) if (known <= timestamp) this.times.delete(known);
    if (Number.isNaN(this.first)) this.first = told;
    return Math.max(told - this.first, this.last);
  }
}

/** How many bytes the length before each unit has; 0 where units are marked in another way. @param {VideoDecoderConfig} config */
function lengthSize({ description }) {
  if (!description) return 0;
  const bytes = ArrayBuffer.isView(description) ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength) : new Uint8Array(description);
  return bytes.length > 4 ? (bytes[4] & 3) + 1 : 0;
}

/** Whether no other frame is made from this one (ISO/IEC 14496-10, 7.4.1: nal_ref_idc of its first slice). @param {Uint8Array} data @param {number} size of the lengths */
export function isNonReference(data, size) {
  for (let at = 0; at + size < data.length; ) {
    let length = 0;
    for (let more = 0; more < size; more++) length = length * 256 + data[at + more];
    const head = data[at + size];
    const kind = head & 31;
    if (kind >= 1 && kind <= 5) return (head >> 5) === 0;
    at += size + length;
  }
  return false;
}
