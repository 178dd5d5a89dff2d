import { expect } from '@jest/globals'
import { emptyAccount } from '../shop.ts'
import { story } from '../stage.ts'

const config = `{{- /* A comment, with the blanks before it trimmed. */ -}}
{{- $cluster := env "CLUSTER" \`shop\` -}}
region: ap-northeast-1
cluster: {{ $cluster }}
{{ if and (eq $cluster "shop") (not (eq $cluster "test")) }}service: api
{{ end }}task_definition: task.json
plugins:
  - name: external
    config:
      name: facts
      command: [node, facts.mjs]
      num_args: 1
`

const facts = `const facts = {
  ports: [8080, 9090, 10080],
  limits: { nofile: 65536, core: 0 },
  team: { name: 'shop & <web>', tags: { owner: "o'neil" } },
  empty: [],
}
console.log(JSON.stringify(facts[process.argv[2]]))
`

const task = `{{ define "entry" }}{"name": "{{ index . 0 }}", "value": "{{ index . 1 }}"}{{ end -}}
{{ $team := facts "team" -}}
{
  "family": "{{ block "family" (env "FAMILY" "api") }}{{ . }}{{ end }}",
  "cpu": "{{ if lt 1 2 }}256{{ else }}512{{ end }}",
  "memory": "{{ if gt 1 2 }}256{{ else if ge 2.5 2.5 }}512{{ else }}1024{{ end }}",
  "containerDefinitions": [{
    "name": "app",
    "image": {{ printf "%q" (printf "%s:%s" "app" (must_env "TAG")) }},
    "portMappings": [
      {{- range $i, $port := facts "ports" }}
      {{- if eq $port 9090.0 }}{{ continue }}{{ end }}
      {{- if gt $i 5 }}{{ break }}{{ end }}
      {{- if $i }},{{ end }}{"containerPort": {{ $port }}, "hostPort": {{ $port }}}
      {{- end }}],
    "ulimits": [
      {{- $first := true }}{{ range $name, $limit := facts "limits" }}
      {{- if not $first }},{{ end }}{{ $first = false }}{"name": "{{ $name }}", "softLimit": {{ $limit }}, "hardLimit": {{ $limit }}}
      {{- end }}],
    "command": [{{ range $n := 3 }}{{ if $n }}, {{ end }}"worker-{{ $n }}"{{ end }}],
    "dockerSecurityOptions": [{{ range facts "empty" }}"never"{{ else }}"no-new-privileges"{{ end }}],
    "dockerLabels": {
      "owner": "{{ (facts "team").tags.owner | html }}",
      "team": "{{ $team.name | json_escape }}",
      "js": "{{ js "a'b" | json_escape }}",
      "query": "{{ urlquery $team.name }}",
      "with": "{{ with $team.tags }}{{ .owner | len }}{{ else }}nobody{{ end }}",
      "without": "{{ with "" }}something{{ else with "second" }}{{ . }}{{ end }}",
      "slice": "{{ slice "abcdef" 1 3 }}",
      "index": "{{ index (facts "ports") 2 }}",
      "length": "{{ facts "ports" | len }}",
      "character": "{{ printf "%c%d" 'A' 'A' }}",
      "numbers": "{{ 0x1F }} {{ 0b101 }} {{ 0o17 }} {{ 1_000 }} {{ 1e3 }} {{ 0x1p4 }} {{ .5 }} {{ -7 }} {{ 1i }}",
      "verbs": "{{ printf "%5.2f|%-4s|%04d|%x|%t|%v|%%" 3.14159 "ab" 42 255 true 1.5 }}",
      "or": "{{ or (env "MISSING_ONE" "") "fallback" }} {{ or "set" (index (facts "empty") 9) }}",
      "and": "{{ and "" (index (facts "empty") 9) }}{{ and 1 "both" }}",
      "compared": "{{ eq 1 2 1 }} {{ ne "a" "b" }} {{ le 1 1 }} {{ eq "x" \`x\` }}",
      "printed": "{{ print 1 2 "x" 3 }} {{ println "line" | len }}",
      "raw": "{{ \`back\\slash\` | json_escape }}",
      "quoted": "{{ "tab\\tand \\u00e9 \\x41" | json_escape }}"
    },
    "environment": [{{ template "entry" (slice (facts "ports") 0 2) }}]
  }]
}
`

story(
  'a project with every construct of the template language',
  { files: { 'ecspresso.yml': config, 'task.json': task, 'facts.mjs': facts }, scenario: emptyAccount },
  async ({ step }) => {
    const render = await step({ command: 'render config taskdef' }, { TAG: 'v1' })
    expect(render).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(render.documents).toHaveLength(1)
  },
)
