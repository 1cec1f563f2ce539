import { type S3Place, s3Client } from './s3-client.ts';

/**
 * Removes every file that a stage has in a bucket, also those that were sent and not taken. A bucket that keeps versions has
 * them for as long as its lifecycle says.
 *
 * @returns how many there were
 */
export async function emptyS3(place: S3Place): Promise<number> {
  const { s3, ListObjectsV2Command, DeleteObjectsCommand } = await s3Client(place)();
  const { bucket: Bucket, prefix } = place;
  let removed = 0;
  for (const Prefix of [`${prefix}/`, `incoming/${prefix}/`])
    for (;;) {
      // What was listed is gone before more is: the next page is the first again.
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
      if (Contents.length === 0) break;
      const Objects = Contents.map(({ Key }) => ({ Key }));
      const { Errors: [failed] = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
      if (failed) throw new Error(`A file could not be removed: ${failed.Code}`);
      removed += Objects.length;
    }
  return removed;
}
