import type { Readable } from 'node:stream';

export type StoredFile = { readonly key: string; readonly byteCount: number; readonly sha256: string };

/** The most that is taken, and what is said of more. */
export type ByteLimit = { readonly bytes: number; readonly code: string; readonly advice?: string };

/** Where files of tenants live. Keys begin with the tenant's id; nothing is ever executed from here. */
export type Storage = {
  /** Takes a stream to its end. @throws AtlasError `imports.file_too_large` style code given by the caller when it is larger */
  put(tenantId: string, content: AsyncIterable<Uint8Array>, limit: ByteLimit): Promise<StoredFile>;
  open(tenantId: string, key: string): Readable;
  remove(tenantId: string, key: string): Promise<void>;
  readonly incoming: Incoming;
  /** The most bytes that a request to the API can bring here itself; nothing to say, as many as a file may have. */
  readonly mostDirectBytes?: number;
};

/** Where somebody sends the bytes of one upload, without a credential: the address is one. */
export type UploadTarget = {
  /** To be resolved against the address of the API. */
  readonly url: string;
  readonly method: 'PUT';
  /** Sent as they are. */
  readonly headers: Readonly<Record<string, string>>;
  /** Until when bytes may begin to come. */
  readonly expiresAt: string;
};

/** An upload before anybody has looked at it: so many bytes under an id. It can be written anew until its target expires. */
export type UploadSlot = { readonly tenantId: string; readonly uploadId: string };

/** What came in directly and is no file yet. What nobody takes is thrown away after a day. */
export type Incoming = {
  /** Only a body of exactly this size is taken there. */
  target(slot: UploadSlot, byteCount: number): Promise<UploadTarget>;
  /** Bytes that have arrived; null before all of them have. */
  size(slot: UploadSlot): Promise<number | null>;
  open(slot: UploadSlot): Readable;
  /** Left out where the storage does so itself. */
  readonly remove?: (slot: UploadSlot) => Promise<void>;
  /** Where the targets are addresses of the API itself: takes what is sent to one. */
  readonly receive?: (parcel: Parcel) => Promise<void>;
};

/** A request to the target of an upload. */
export type Parcel = {
  readonly uploadId: string;
  readonly token: string;
  readonly contentType: string | undefined;
  readonly byteCount: number;
  readonly content: AsyncIterable<Uint8Array>;
};

/** The only type that is taken: what it holds is found out by looking, and no browser opens it. */
export const uploadType = 'application/octet-stream';

/** How long the target of an upload is good for. */
export const targetSeconds = 3600;
