import type { apiShapes } from "./api-model.ts";

/** The name of a shape of the API. */
export type ShapeName = keyof typeof apiShapes;

/** The TypeScript type of a value of a shape, so that an operation's input is typed by the data that checks it. */
export type ValueOf<Name> = Name extends ShapeName ? Value<(typeof apiShapes)[Name]> : never;

type Value<S> = S extends { readonly type: "string"; readonly enum: readonly (infer Word)[] }
  ? Word
  : S extends { readonly type: "string" }
    ? string
    : S extends { readonly type: "integer" | "timestamp" }
      ? number
      : S extends { readonly type: "boolean" }
        ? boolean
        : S extends { readonly type: "list"; readonly member: infer Member }
          ? readonly ValueOf<Member>[]
          : S extends { readonly type: "map"; readonly value: infer Entry }
            ? Readonly<Record<string, ValueOf<Entry>>>
            : S extends { readonly type: "structure"; readonly members: infer Members }
              ? Structure<Members, Required<S>>
              : never;

type Required<S> = S extends { readonly required: readonly (infer Name)[] } ? Name : never;

type Structure<Members, RequiredName> = {
  readonly [Name in keyof Members as Name extends RequiredName ? Name : never]: ValueOf<Members[Name]>;
} & {
  readonly [Name in keyof Members as Name extends RequiredName ? never : Name]?: ValueOf<Members[Name]>;
};
