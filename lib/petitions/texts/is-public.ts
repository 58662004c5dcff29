/** Whether the public reads a petition's texts, has read them, or will on a scheduled day. */
export function isPublic({
  status,
  openedAt,
  opensOn,
}: {
  status: string
  openedAt: Date | null
  opensOn: Date | null
}) {
  return status !== 'draft' || openedAt !== null || opensOn !== null
}
