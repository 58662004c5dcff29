import type { OpenedComment } from '@/lib/comments/list-waiting-comments'

/** Serialises a comment's key and version, so that it is decided only as it was read. */
export function asRead({ key, expectedVersion }: Pick<OpenedComment, 'key' | 'expectedVersion'>): string {
  return `${key} ${expectedVersion}`
}
