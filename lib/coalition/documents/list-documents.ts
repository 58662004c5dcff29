import { db } from '@/lib/db'
import { type DocumentView, documentViews } from './document-view'

/** All documents of the coalition, newest first. */
export async function listDocuments(): Promise<DocumentView[]> {
  return documentViews(await db().document.findMany())
}
