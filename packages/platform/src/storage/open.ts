import type { Config } from '../config.ts';
import { folderStorage } from './folder.ts';
import { s3Storage } from './s3.ts';
import type { Storage } from './storage.ts';

/** The storage that this deployment has: a bucket of S3, or a folder on its one machine. */
export function openStorage(config: Config): Storage {
  const { STORAGE_BUCKET: bucket, STORAGE_PREFIX: prefix, STORAGE_ENDPOINT: endpoint, STORAGE_FOLDER: folder } = config;
  if (bucket !== undefined && prefix !== undefined)
    return s3Storage({ bucket, prefix, ...(endpoint === undefined ? {} : { endpoint }) });
  if (folder !== undefined) return folderStorage(folder, config.AUTH_SECRET);
  throw new Error('The configuration names no storage');
}
