import { apiShapes } from "./api-model.ts";
import type { Shape } from "./shape.ts";

const shapes: Readonly<Record<string, Shape>> = apiShapes;

/** The shape of that name, which other shapes refer to. */
export function shapeNamed(name: string): Shape {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`The API has no shape ${name}`);
  return shape;
}
