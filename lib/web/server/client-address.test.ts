import type { IncomingMessage } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { addressHeader, isLoopback, setClientAddress } from './client-address'

function from(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers: { host: 'localhost:3000', ...headers } } as unknown as IncomingMessage
}

describe('setClientAddress', () => {
  it('takes the address of the connection and nothing that the request claims', () => {
    const request = from('::ffff:192.0.2.7', {
      [addressHeader]: '198.51.100.1',
      'x-forwarded-for': '198.51.100.1',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-real-ip': '198.51.100.1',
      forwarded: 'for=198.51.100.1',
    })
    setClientAddress(request, 0)
    expect(request.headers).toEqual({ host: 'localhost:3000', [addressHeader]: '192.0.2.7' })
  })

  it.each([
    [1, '203.0.113.9, 192.0.2.8', '192.0.2.8'],
    [2, '203.0.113.9, 192.0.2.8, 10.0.0.2', '192.0.2.8'],
    [2, '192.0.2.8', '10.0.0.1'],
    // As sent: `networkOf` decides what it is.
    [1, '203.0.113.9, 192.0.2.8:51234', '192.0.2.8:51234'],
    [1, '203.0.113.9, [2001:db8::1]:51234', '[2001:db8::1]:51234'],
    [1, '203.0.113.9, unknown', 'unknown'],
    [1, '203.0.113.9,', ''],
  ])('behind %i trusted proxies it takes what the outermost of them saw in %j', (proxies, forwarded, expected) => {
    const request = from('10.0.0.1', { 'x-forwarded-for': forwarded })
    setClientAddress(request, proxies)
    expect(request.headers[addressHeader]).toBe(expected)
  })
})

it('logs an unannounced proxy once, and never a visitor’s address', async () => {
  vi.resetModules()
  const { setClientAddress } = await import('./client-address')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  setClientAddress(from('127.0.0.1'), 0)
  setClientAddress(from('10.0.0.1', { 'x-forwarded-for': '192.0.2.8' }), 1)
  expect(warn).not.toHaveBeenCalled()
  for (let i = 0; i < 3; i++) setClientAddress(from('127.0.0.1', { 'x-forwarded-for': '192.0.2.8' }), 0)
  expect(warn.mock.calls.flat()).toEqual([expect.stringContaining('TRUST_PROXY')])
  expect(warn.mock.calls.flat().join()).not.toContain('192.0.2')
})

describe('isLoopback', () => {
  it.each([
    [true, from('127.0.0.1')],
    [true, from('::1', { host: '[::1]:3000' })],
    [true, from('::ffff:127.0.0.1', { host: '127.0.0.1' })],
    [false, from('192.0.2.7')],
    [false, from('::ffff:192.0.2.7')],
    // A proxy on this machine, and a web page whose host name resolves to 127.0.0.1.
    [false, from('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' })],
    [false, from('127.0.0.1', { host: 'evil.example:3000' })],
    [false, from('127.0.0.1', { host: 'localhost.evil.example' })],
  ])('%s', (expected, request) => {
    expect(isLoopback(request)).toBe(expected)
  })
})
