import type { OpenedComment } from '@/lib/comments/list-waiting-comments'

/** Which comment is decided, and that it is decided only as it was read. */
export function asRead({ key, expectedVersion }: Pick<OpenedComment, 'key' | 'expectedVersion'>): string {
  return `${key} ${expectedVersion}`
}
