package main

import (
	"encoding/json"
	"errors"
	"syscall/js"

	"github.com/google/go-jsonnet"
)

// A question to JavaScript: the result of a function, or the content of an import.
type question struct {
	ID       int    `json:"id"`
	Function string `json:"function,omitempty"`
	Args     []any  `json:"args,omitempty"`
	From     string `json:"from,omitempty"`
	Path     string `json:"path,omitempty"`
}

// ask waits for the promise of an answer, so it must not run in a callback of JavaScript.
func ask(host js.Value, asked question) (js.Value, error) {
	text, err := json.Marshal(asked)
	if err != nil {
		return js.Value{}, err
	}
	answers := make(chan js.Value, 1)
	settle := js.FuncOf(func(_ js.Value, args []js.Value) any {
		answers <- args[0]
		return nil
	})
	defer settle.Release()
	host.Call("ask", string(text)).Call("then", settle)
	result := <-answers
	if failure := result.Get("failure"); failure.Type() == js.TypeString {
		return js.Value{}, errors.New(failure.String())
	}
	return result, nil
}

func callNative(host js.Value, asked question) (any, error) {
	result, err := ask(host, asked)
	if err != nil {
		return nil, err
	}
	var value any
	err = json.Unmarshal([]byte(result.Get("text").String()), &value)
	return value, err
}

// importer reads through JavaScript, which decides what may be read. The engine wants the same content for the same
// place each time.
type importer struct {
	id    int
	host  js.Value
	found map[string]jsonnet.Contents
}

func (reader *importer) Import(from, path string) (jsonnet.Contents, string, error) {
	result, err := ask(reader.host, question{ID: reader.id, From: from, Path: path})
	if err != nil {
		return jsonnet.Contents{}, "", err
	}
	foundAt := result.Get("foundAt").String()
	contents, known := reader.found[foundAt]
	if !known {
		bytes := result.Get("bytes")
		data := make([]byte, bytes.Length())
		js.CopyBytesToGo(data, bytes)
		contents = jsonnet.MakeContentsRaw(data)
		reader.found[foundAt] = contents
	}
	return contents, foundAt, nil
}
