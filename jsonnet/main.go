// Command jsonnet is the Jsonnet engine of the action, compiled to WebAssembly: it evaluates files whose imports and
// native functions JavaScript answers. The global object jsonnetHost is all it sees of its surroundings:
//
//	listen(evaluate)  is called once, with a function that takes a request as JSON
//	ask(question)     answers a promise of {text}, {bytes, foundAt} or {failure}; the question is JSON
//	done(answer)      takes what became of a request, as JSON
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"syscall/js"

	"github.com/google/go-jsonnet"
	"github.com/google/go-jsonnet/ast"
	"github.com/google/go-jsonnet/formatter"
)

// A request to evaluate the file that JavaScript finds under that name, or to format a text.
type request struct {
	ID      int               `json:"id"`
	File    string            `json:"file"`
	Format  string            `json:"format"`
	ExtStr  map[string]string `json:"extStr"`
	ExtCode map[string]string `json:"extCode"`
	Natives []struct {
		Name       string          `json:"name"`
		Parameters ast.Identifiers `json:"parameters"`
	} `json:"natives"`
}

// What became of a request: a text, or a message with the innermost place in the user's files.
type answer struct {
	ID      int    `json:"id"`
	Text    string `json:"text"`
	Failure string `json:"failure,omitempty"`
	Place   *place `json:"place,omitempty"`
	Trace   string `json:"trace,omitempty"`
}

type place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

func main() {
	host := js.Global().Get("jsonnetHost")
	host.Call("listen", js.FuncOf(func(_ js.Value, args []js.Value) any {
		text := args[0].String()
		// JavaScript must get its thread back before it can answer a question.
		go func() {
			result, _ := json.Marshal(evaluate(text, host))
			host.Call("done", string(result))
		}()
		return nil
	}))
	select {}
}

func evaluate(text string, host js.Value) (result answer) {
	var asked request
	if err := json.Unmarshal([]byte(text), &asked); err != nil {
		return answer{Failure: err.Error()}
	}
	var trace bytes.Buffer
	failure := &failureReader{}
	defer func() {
		if fault := recover(); fault != nil {
			result = answer{ID: asked.ID, Failure: fmt.Sprint(fault)}
		}
		result.Trace = trace.String()
	}()
	if asked.Format != "" {
		output, err := formatter.Format(asked.File, asked.Format, formatter.DefaultOptions())
		if err != nil {
			failure.Format(err)
		}
		return answer{ID: asked.ID, Text: output, Failure: failure.message, Place: failure.place}
	}
	vm := jsonnet.MakeVM()
	vm.ErrorFormatter = failure
	vm.SetTraceOut(&trace)
	vm.Importer(&importer{id: asked.ID, host: host, found: map[string]jsonnet.Contents{}})
	for key, value := range asked.ExtStr {
		vm.ExtVar(key, value)
	}
	// Code wins over a text of the same name.
	for _, key := range sortedKeys(asked.ExtCode) {
		vm.ExtCode(key, asked.ExtCode[key])
	}
	for _, native := range asked.Natives {
		vm.NativeFunction(&jsonnet.NativeFunction{
			Name:   native.Name,
			Params: native.Parameters,
			Func: func(args []any) (any, error) {
				return callNative(host, question{ID: asked.ID, Function: native.Name, Args: args})
			},
		})
	}
	output, err := vm.EvaluateFile(asked.File)
	if err != nil {
		return answer{ID: asked.ID, Failure: failure.message, Place: failure.place}
	}
	return answer{ID: asked.ID, Text: output}
}

func sortedKeys(values map[string]string) []string {
	keys := make([]string, 0, len(values))
	for key := range values {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// failureReader takes an error apart where the engine would format it.
type failureReader struct {
	message string
	place   *place
}

func (reader *failureReader) SetMaxStackTraceSize(int)                 {}
func (reader *failureReader) SetColorFormatter(jsonnet.ColorFormatter) {}

func (reader *failureReader) Format(err error) string {
	reader.message = err.Error()
	switch err := err.(type) {
	case jsonnet.RuntimeError:
		reader.message = err.Msg
		for index := len(err.StackTrace) - 1; index >= 0; index-- {
			reader.add(err.StackTrace[index].Loc)
		}
	case interface{ Loc() ast.LocationRange }:
		location := err.Loc()
		reader.message = strings.TrimSpace(strings.TrimPrefix(reader.message, location.String()))
		reader.add(location)
	}
	return reader.message
}

// add leaves out what is no file of the user: the standard library, external code.
func (reader *failureReader) add(location ast.LocationRange) {
	if reader.place != nil || location.File == nil || !location.IsSet() {
		return
	}
	if file := string(location.File.DiagnosticFileName); !strings.HasPrefix(file, "<") {
		reader.place = &place{file, location.Begin.Line, location.Begin.Column}
	}
}
