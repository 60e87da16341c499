import { assertNever, type Type } from "@wf/parser";

/** A type as Terraform writes it in JSON, such as `"string"` or `["list", "string"]`. */
export type TypeJson =
  | string
  | readonly [string, TypeJson | readonly TypeJson[] | { readonly [name: string]: TypeJson }];

/** The JSON of a type. */
export function typeJson(type: Type): TypeJson {
  switch (type.kind) {
    case "string":
    case "number":
    case "bool":
    case "dynamic":
      return type.kind;
    case "list":
    case "set":
    case "map":
      return [type.kind, typeJson(type.element)];
    case "tuple":
      return ["tuple", type.elements.map(typeJson)];
    case "object":
      return [
        "object",
        Object.fromEntries([...type.attributes].map(([name, attribute]) => [name, typeJson(attribute)])),
      ];
    default:
      return assertNever(type);
  }
}
