/** `workforce.radiology`, or `workforce.radiology["eu-west-1"]` for one of several. */
export function instanceAddress(base: string, key: string | undefined): string {
  return key === undefined ? base : `${base}[${JSON.stringify(key)}]`;
}
