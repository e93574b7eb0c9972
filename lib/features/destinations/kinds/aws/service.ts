import type { CloudAddress } from "#lib/contract/values/cloud-addresses.ts";
import { originOf } from "#lib/features/destinations/kinds/http.ts";
import type { AddressFault, Kind, Parcel } from "#lib/features/destinations/kinds/kind.ts";
import { awsCall, awsFault, signedCall } from "./sign.ts";
import { awsVerdict } from "./verdict.ts";

/** What tells one service of AWS's from the others. */
interface AwsService {
  service: "sqs" | "sns" | "events";
  /** What an address leads to; null when it is none of this service's. */
  addressAt: (url: string) => CloudAddress | null;
  notAnAddress: AddressFault;
  bytesMax: number;
  /** What hands a body over. */
  callOf: (parcel: Parcel, address: CloudAddress) => { headers: Record<string, string>; body: string };
  verdictOf?: NonNullable<Kind["verdictOf"]>;
}

/** A kind of destination that is a service of AWS's: an access key signs its requests, and its answers name what AWS objects to. */
export function awsKind({
  service,
  addressAt,
  notAnAddress,
  bytesMax,
  callOf,
  verdictOf = awsVerdict,
}: AwsService): Kind {
  const addressOf = (url: string): CloudAddress => {
    const address = addressAt(url);
    // None is kept without.
    if (!address) throw new Error(`a destination at ${service} has another address`);
    return address;
  };
  return {
    addressFault: (url) => (addressAt(url) ? null : notAnAddress),
    shownAddress: (url) => originOf(addressOf(url).endpoint),
    auths: ["aws"],
    signInFault: awsFault,
    takesHeaders: false,
    isSigned: true,
    isInWords: false,
    bodyOf: ({ payload }) => payload(),
    bytesMax,
    callOf: (parcel) => {
      const { url, auth } = parcel.destination;
      const address = addressOf(url);
      const { headers, body } = callOf(parcel, address);
      return awsCall(address, auth, headers, body);
    },
    proveCall: (call, { url, auth }, now) => signedCall(call, { service, ...addressOf(url) }, auth, now),
    verdictOf,
  };
}
