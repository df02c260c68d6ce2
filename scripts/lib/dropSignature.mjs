import fs from 'node:fs/promises';

const MACH_O_64 = 0xfeedfacf;
const CODE_SIGNATURE = 0x1d;
const HEADER_BYTES = 32;

/**
 * Takes the code signature off a Mach-O file for Intel. Bun signs what it compiles for Apple's own processors, but on
 * Intel leaves its binary's signature, which no longer holds: macOS ends such a process, and runs an unsigned one.
 * Rejects with an Error where the file is not what is expected.
 *
 * @param {string} file
 */
export async function dropSignature(file) {
  const handle = await fs.open(file, 'r+');
  try {
    const header = await read(handle, 0, HEADER_BYTES);
    if (header.readUInt32LE(0) !== MACH_O_64) {
      throw new Error(`${file} is not a Mach-O file for 64 bits.`);
    }
    const count = header.readUInt32LE(16);
    const size = header.readUInt32LE(20);
    const commands = await read(handle, HEADER_BYTES, size);
    const last = lastCommand(commands, count);
    if (last.type !== CODE_SIGNATURE) {
      throw new Error(`The last load command of ${file} is ${last.type}, not its signature.`);
    }
    header.writeUInt32LE(count - 1, 16);
    header.writeUInt32LE(size - last.size, 20);
    await handle.write(header, 0, HEADER_BYTES, 0);
    await handle.write(Buffer.alloc(last.size), 0, last.size, HEADER_BYTES + last.offset);
  } finally {
    await handle.close();
  }
}

function lastCommand(commands, count) {
  let offset = 0;
  for (let index = 1; index < count; index++) {
    offset += commands.readUInt32LE(offset + 4);
  }
  return { offset, type: commands.readUInt32LE(offset), size: commands.readUInt32LE(offset + 4) };
}

async function read(handle, position, length) {
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}
