import { Agent, get } from 'node:http'

// Run by fairness.ts as a program of its own: asks for as long as it lives, from many connections of one or more
// networks, each time at an address of its own. It says every second what it was answered.
const [base = '', kind = '', connections = '60', networks = '1'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const started = Date.now().toString(36)
const answers: Record<string, number> = {}

const addresses: Record<string, (i: number) => string> = {
  'made-up slugs': (i) => `/en/petitions/${started}-${i}`,
  'made-up tokens': (i) => `/en/signature/${`${started}${i}`.padEnd(43, 'A')}`,
  'member search': (i) => `/en/members/find?q=${started}${i}`,
  'forms with a draft': (i) => `/en/petitions/security-council-must-act/sign?draft=${started}${i}`,
  'sign-in': (i) => `/admin/sign-in?attempt=${started}${i}`,
}

/** Each of a /24 of its own. */
const from = (i: number) => (networks === '1' ? '203.0.113.7' : `198.${18 + (i >> 8)}.${i & 255}.7`)

let next = 0
function ask(network: number): void {
  const path = addresses[kind]?.(next++) ?? '/'
  const answered = (what: string) => {
    answers[what] = (answers[what] ?? 0) + 1
    setImmediate(ask, network)
  }
  get(base + path, { agent, headers: { 'x-forwarded-for': from(network) } }, (answer) => {
    answer.resume()
    answer.on('end', () => answered(String(answer.statusCode)))
    answer.on('error', () => answered('broken off'))
  }).on('error', () => answered('broken off'))
}

for (let i = 0; i < Number(connections); i++) ask(i % Number(networks))
setInterval(() => console.log(JSON.stringify(answers)), 1_000)
