'use client';
import type { beginImportUpload } from '@atlas/imports/contract';
import { NetworkError } from '@atlas/sdk';
import type { z } from 'zod';

type Target = z.output<typeof beginImportUpload.output>;

/** Steps in which people are told how far it is. */
const stepPercent = 10;

/**
 * Sends a file to where its upload is expected, which may be a bucket. Only XMLHttpRequest tells how much has gone.
 *
 * @returns whether it was taken
 * @throws NetworkError when the connection broke
 */
export function sendBytes({ url, method, headers }: Target, file: Blob, onPercent: (percent: number) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) =>
      onPercent(Math.floor((loaded / Math.max(total, 1)) * (100 / stepPercent)) * stepPercent);
    request.onload = () => resolve(request.status >= 200 && request.status < 300);
    request.onerror = () => reject(new NetworkError('the bytes did not arrive'));
    request.send(file);
  });
}
