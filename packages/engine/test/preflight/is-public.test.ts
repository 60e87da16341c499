import { expect, test } from "vitest";
import { isPublic } from "../../src/adapters/oidc-discovery/is-public.ts";

test.each([
  "93.184.215.14",
  "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
  "::ffff:93.184.215.14",
  "64:ff9b::5db8:d70e",
])("%s is an address of the internet", (address) => expect(isPublic(address)).toBe(true));

test.each([
  "127.0.0.1",
  "127.9.9.9",
  "0.0.0.0",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.1",
  "100.64.0.1",
  "169.254.169.254",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "fe80::1",
  "fd00:ec2::254",
  "ff02::1",
  "2001:db8::1",
  "::ffff:127.0.0.1",
  "64:ff9b::7f00:1",
  "64:ff9b::a9fe:a9fe",
  "2002:7f00:1::",
  "2001:0:4136:e378:8000:63bf:3fff:fdd2",
  "not an address",
])("%s is not", (address) => expect(isPublic(address)).toBe(false));
