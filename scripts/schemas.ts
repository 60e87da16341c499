import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { publishedSchemas } from "./schemas/published-schemas.ts";

// Writes the JSON Schemas of everything that wf prints as data; a test says when they are stale.
const directory = fileURLToPath(new URL("../docs/reference", import.meta.url));
await mkdir(directory, { recursive: true });
for (const [name, text] of publishedSchemas()) {
  await writeFile(path.join(directory, name), text);
}
