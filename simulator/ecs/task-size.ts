/** Memory (MiB) that Fargate offers for each CPU size: from, to, step. (AWS: task_definition_parameters, task size.) */
const FARGATE_SIZES: Readonly<Record<number, readonly [number, number, number]>> = {
  256: [512, 2048, 512],
  512: [1024, 4096, 1024],
  1024: [2048, 8192, 1024],
  2048: [4096, 16384, 1024],
  4096: [8192, 30720, 1024],
  8192: [16384, 61440, 4096],
  16384: [32768, 122880, 8192],
}

/** Whether Fargate has this size: CPU units and MiB. */
export function isFargateSize(cpu: number, memory: number): boolean {
  if (cpu === 256 && memory === 1536) return false
  const [from, to, step] = FARGATE_SIZES[cpu] ?? [1, 0, 1]
  return memory >= from && memory <= to && (memory - from) % step === 0
}

/** CPU units of `256`, `.25 vCPU`, `1 vcpu`; NaN when it is none of them. */
export function readCpu(value: string): number {
  const match = /^\s*(\d*\.?\d+)\s*vcpu\s*$/i.exec(value)
  return match === null ? Number(value) : Number(match[1]) * 1024
}

/** MiB of `512`, `0.5GB`, `2 gb`; NaN when it is none of them. */
export function readMemory(value: string): number {
  const match = /^\s*(\d*\.?\d+)\s*gb\s*$/i.exec(value)
  return match === null ? Number(value) : Number(match[1]) * 1024
}
