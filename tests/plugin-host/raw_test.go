package pluginhost

import (
	"fmt"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/encoding"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
)

// rawMessage is sent as it is.
type rawMessage struct{ bytes []byte }

type codec struct{}

// rawCodec sends a rawMessage, and reads messages as usual.
var rawCodec = grpc.ForceCodec(codec{})

var _ encoding.Codec = codec{}

func (codec) Name() string { return "proto" }

func (codec) Marshal(value any) ([]byte, error) {
	raw, ok := value.(*rawMessage)
	if !ok {
		return nil, fmt.Errorf("a %T is not raw", value)
	}
	return raw.bytes, nil
}

func (codec) Unmarshal(bytes []byte, value any) error {
	return proto.Unmarshal(bytes, value.(proto.Message))
}

// errorSource is what Grafana reads from the error of a whole call.
func errorSource(err error) string {
	for _, detail := range status.Convert(err).Details() {
		if info, ok := detail.(*errdetails.ErrorInfo); ok {
			return info.GetMetadata()["errorSource"]
		}
	}
	return ""
}
