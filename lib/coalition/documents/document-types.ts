import type { DocumentType } from '@/prisma/generated/enums'

/** Media types of the documents that are accepted. */
export const mediaTypes: Record<DocumentType, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

/** Largest document, in bytes. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024

/**
 * The problem with a file. `file_metadata`: a picture that carries more than the picture, such as where it was taken;
 * `file_active`: a PDF that runs something, opens something else or carries files.
 */
export type FileProblem = 'file_type' | 'file_broken' | 'file_metadata' | 'file_active'
