import { Readable } from 'node:stream';

/** Which part of which bucket. The endpoint is left out where it is AWS's own. */
export type S3Place = { readonly bucket: string; readonly prefix: string; readonly endpoint?: string };

async function load({ endpoint }: S3Place) {
  const {
    S3Client,
    Upload,
    getSignedUrl,
    NotFound,
    DeleteObjectCommand,
    DeleteObjectsCommand,
    GetObjectCommand,
    HeadObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
  } = await import('./s3-sdk.ts');
  const s3 = new S3Client({
    // Whoever sends to a signed address computes no checksum of the SDK's own.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });
  const reading = { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, NotFound };
  const writing = { PutObjectCommand, DeleteObjectCommand, DeleteObjectsCommand, Upload, getSignedUrl };
  return { s3, ...reading, ...writing };
}

/** The client with its commands. */
export type S3 = () => ReturnType<typeof load>;

/** The client of S3, loaded when it is first needed: most requests have nothing to do with files. */
export function s3Client(place: S3Place): S3 {
  let loaded: ReturnType<typeof load> | undefined;
  return () => {
    loaded ??= load(place);
    return loaded;
  };
}

/** An object as a stream that asks for it when it is read. */
export function opened(client: S3, object: { Bucket: string; Key: string }): Readable {
  const read = async function* (): AsyncGenerator<Uint8Array> {
    const { s3, GetObjectCommand } = await client();
    const { Body } = await s3.send(new GetObjectCommand(object));
    if (Body) yield* Body as Readable;
  };
  return Readable.from(read(), { objectMode: false });
}
