import { cache } from 'react'
import { listMemberNames } from '@/lib/coalition/list-member-names'

/** Read once per page, and only by pages that name a member. */
const names = cache(async () => new Map((await listMemberNames()).map(({ slug, name }) => [slug, name])))

/** The name of a member, by the code in its link. */
export async function MemberName({ slug }: { slug: string }) {
  return <bdi>{(await names()).get(slug) ?? slug}</bdi>
}
