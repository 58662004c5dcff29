import { Agent, get } from 'node:http'

// Run by fairness.ts as a program of its own: asks for as long as it lives, from many connections of one client, each
// time at an address of its own. It says every second what it was answered.
const [base = '', kind = '', connections = '60'] = process.argv.slice(2)
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

let next = 0
function ask(): void {
  const path = addresses[kind]?.(next++) ?? '/'
  const answered = (what: string) => {
    answers[what] = (answers[what] ?? 0) + 1
    setImmediate(ask)
  }
  get(base + path, { agent, headers: { 'x-forwarded-for': '203.0.113.7' } }, (answer) => {
    answer.resume()
    answer.on('end', () => answered(String(answer.statusCode)))
    answer.on('error', () => answered('broken off'))
  }).on('error', () => answered('broken off'))
}

for (let i = 0; i < Number(connections); i++) ask()
setInterval(() => console.log(JSON.stringify(answers)), 1_000)
