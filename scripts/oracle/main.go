// Command oracle renders templates with Go's own engine: a JSON string a line in, a JSON object a line out.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/template"
)

type result struct {
	Text  string `json:"text"`
	Phase string `json:"phase,omitempty"`
	Error string `json:"error,omitempty"`
}

var environment = map[string]string{"B": "b", "C": ""}

// The functions that ecspresso adds, and data, which answers the value of the DATA variable.
var functions = template.FuncMap{
	"env": func(names ...string) string {
		for _, name := range names {
			if value := environment[name]; value != "" {
				return value
			}
		}
		if len(names) == 0 {
			return ""
		}
		return names[len(names)-1]
	},
	"json_escape": func(text string) string {
		escaped, _ := json.Marshal(text)
		return string(escaped[1 : len(escaped)-1])
	},
	"data": func() (value any) {
		if err := json.Unmarshal([]byte(os.Getenv("DATA")), &value); err != nil {
			panic(err)
		}
		return value
	},
}

func render(source string) (answer result) {
	defer func() {
		if fault := recover(); fault != nil {
			answer = result{Phase: "panic", Error: fmt.Sprint(fault)}
		}
	}()
	parsed, err := template.New("t").Funcs(functions).Parse(source)
	if err != nil {
		return result{Phase: "parse", Error: err.Error()}
	}
	var text bytes.Buffer
	if err := parsed.Execute(&text, nil); err != nil {
		return result{Phase: "execution", Error: err.Error()}
	}
	return result{Text: strings.ToValidUTF8(text.String(), "\uFFFD")}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var source string
		if err := json.Unmarshal(lines.Bytes(), &source); err != nil {
			panic(err)
		}
		if err := out.Encode(render(source)); err != nil {
			panic(err)
		}
	}
}
