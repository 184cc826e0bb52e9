/** The sections of a WebAssembly module that matter here. */
const SECTION = { imports: 2, exports: 7, code: 10 } as const;
/** The kind of an import or export that is a function. */
const FUNCTION = 0;
/** Instructions: what traps, what does nothing, and what ends a body. */
const OP = { unreachable: 0x00, nop: 0x01, end: 0x0b } as const;

/** Reads a module from an offset on. */
class Reader {
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  byte(): number {
    return this.bytes[this.at++]!;
  }

  /** An unsigned number in LEB128. */
  number(): number {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
      shift += 7;
    }
  }

  text(): string {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString();
  }
}

/** Where each section's content begins. */
function sectionsOf(bytes: Uint8Array): Map<number, number> {
  const sections = new Map<number, number>();
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const size = reader.number();
    sections.set(id, reader.at);
    reader.at += size;
  }
  return sections;
}

/** How many of a module's functions are imported: they are counted first. */
function importedFunctions(bytes: Uint8Array, at: number): number {
  const reader = new Reader(bytes, at);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === FUNCTION) {
      functions += 1;
      reader.number();
    } else {
      // A memory, with its limits: a runtime imports nothing else.
      const flags = reader.byte();
      reader.number();
      if ((flags & 1) === 1) reader.number();
    }
  }
  return functions;
}

function exportedFunction(bytes: Uint8Array, at: number, name: string): number {
  const reader = new Reader(bytes, at);
  for (let left = reader.number(); left > 0; left -= 1) {
    const own = reader.text();
    const kind = reader.byte();
    const index = reader.number();
    if (own === name && kind === FUNCTION) return index;
  }
  throw new Error(`The runtime has no function ${name}.`);
}

/**
 * A runtime, not compressed, of which one function does nothing but trap: what an upgrade looks like that
 * panics in it.
 */
export function trapIn(runtime: Uint8Array, name: string): Uint8Array {
  const sections = sectionsOf(runtime);
  const index =
    exportedFunction(runtime, sections.get(SECTION.exports)!, name) -
    importedFunctions(runtime, sections.get(SECTION.imports)!);
  const reader = new Reader(runtime, sections.get(SECTION.code)!);
  reader.number();
  for (let before = 0; before < index; before += 1) {
    const size = reader.number();
    reader.at += size;
  }
  const size = reader.number();
  const broken = Uint8Array.from(runtime);
  // No local variables; then it traps, and the rest of the old body is never reached.
  const body = [0, OP.unreachable, ...Array.from({ length: size - 3 }, () => OP.nop), OP.end];
  broken.set(body, reader.at);
  return broken;
}
