import type { Definition } from '../model/definition.ts'
import type { Finding } from '../model/diagnosis.ts'
import type { Aws } from '../model/ports.ts'
import type { Config } from '../model/project.ts'

/** What is verified; a project may have only one of the definitions. */
export interface Subject {
  readonly config: Config
  readonly service?: Definition | undefined
  readonly taskDefinition?: Definition | undefined
}

/** Flags of `verify`. */
export interface VerifyOptions {
  /** `--get-secrets`: whether the values behind secrets may be read. */
  readonly getSecrets: boolean
}

/** A row of the list in `index.ts`: what it looks at is in its name. */
export type Check =
  | {
      readonly name: string
      readonly needsAws: false
      run(subject: Subject): readonly Finding[]
    }
  | {
      readonly name: string
      readonly needsAws: true
      run(subject: Subject, aws: Aws, options: VerifyOptions): Promise<readonly Finding[]>
    }
