import type { Upstream } from '@/lib/web/server/upstream'

/** A framework that answers as told, and remembers what it was asked. */
export function fakeUpstream(answer: (target: string) => Partial<Upstream> | Promise<Partial<Upstream>>) {
  const asked: string[] = []
  return {
    asked,
    async ask(target: string): Promise<Upstream> {
      asked.push(target)
      return page(await answer(target))
    },
  }
}

function page({ status = 200, headers = {}, body = Buffer.from('') }: Partial<Upstream>): Upstream {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 's-maxage=3', ...headers },
    body,
  }
}

/** A page as the framework writes it: with scripts. */
export function html(text: string): Buffer {
  return Buffer.from(
    `<!DOCTYPE html><html lang="en"><head><title>${text}</title><script src="/_next/a.js" async=""></script></head>` +
      `<body><h1>${text}</h1><script>self.__next_f.push([0])</script></body></html>`,
  )
}
