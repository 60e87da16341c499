/** One shape of the API as data: what a value is made of and which constraints AWS holds it to. */
export type Shape =
  | {
      readonly type: "string";
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: string;
      readonly enum?: readonly string[];
    }
  | { readonly type: "integer"; readonly min?: number; readonly max?: number }
  | { readonly type: "boolean" | "timestamp" }
  | { readonly type: "list"; readonly member: string; readonly min?: number; readonly max?: number }
  | {
      readonly type: "map";
      readonly key: string;
      readonly value: string;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      readonly type: "structure";
      readonly required?: readonly string[];
      readonly members: Readonly<Record<string, string>>;
    };
