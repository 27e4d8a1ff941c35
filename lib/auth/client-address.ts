import { headers } from "next/headers";
import { addressKeyOf } from "@/lib/platform/address-key";
import { env } from "@/lib/platform/env";

/** `addressKeyOf` the present request. */
export const getAddressKey = async () => addressKeyOf((await headers()).get("x-forwarded-for"), env());
