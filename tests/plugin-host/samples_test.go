package pluginhost

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A month of predictions, one every ten minutes, whose inputs change in its second half. Every value follows from its
// row's number, so that the frames can be compared with stored ones.
const (
	rows      = 4320
	start2024 = 1_704_067_200_000 // 2024-01-01T00:00:00Z
	step      = 600_000
	half      = start2024 + rows/2*step
	end       = start2024 + rows*step
)

// predictions writes predictions.csv into a new folder.
func predictions(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, "predictions.csv", func(file *bufio.Writer) {
		fmt.Fprintln(file, "time,model_version,distance,score,carrier,weekend")
		for row := range rows {
			at := time.UnixMilli(start2024 + int64(row)*step).UTC()
			later := row >= rows/2
			distance := float64(scatter(row, 1000)) + shift(later, 200)
			score := fmt.Sprint(float64(scatter(row+7, 997)) / 997)
			if row%50 == 0 {
				score = ""
			}
			carriers := []string{"AA", "BB", "CC"}
			if later {
				carriers = []string{"AA", "AA", "CC", `"Neu, ""Ü"""`}
			}
			fmt.Fprintf(file, "%s,v%d,%g,%s,%s,%t\n", at.Format(time.RFC3339), 1+row%2, distance, score,
				carriers[scatter(row, len(carriers))], scatter(row, 7) < 2)
		}
	})
	write(t, folder, "empty.csv", func(*bufio.Writer) {})
	write(t, folder, "damaged.parquet", func(file *bufio.Writer) { fmt.Fprint(file, "PAR1 and then nothing of a Parquet file PAR1") })
	write(t, folder, "notes.txt", func(file *bufio.Writer) { fmt.Fprint(file, "no data") })
	return folder
}

// large writes large.csv into a new folder: so many numeric columns of so many rows, the second half shifted.
func large(t testing.TB, columns, rows int) string {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, "large.csv", func(file *bufio.Writer) {
		fmt.Fprint(file, "time")
		for column := range columns {
			fmt.Fprintf(file, ",x%d", column)
		}
		for row := range rows {
			fmt.Fprintf(file, "\n%d", start2024+int64(row)*1000)
			for column := range columns {
				fmt.Fprintf(file, ",%d.%d", scatter(row*31+column, 100_003), row%10)
			}
		}
	})
	return folder
}

// scatter spreads numbers over 0 … below-1 as a hash does.
func scatter(number, below int) int {
	hash := uint64(number+1) * 0x9E3779B97F4A7C15
	hash ^= hash >> 31
	hash *= 0xBF58476D1CE4E5B9
	hash ^= hash >> 29
	return int(hash % uint64(below))
}

func shift(really bool, by float64) float64 {
	if really {
		return by
	}
	return 0
}

func write(t testing.TB, folder, name string, content func(*bufio.Writer)) {
	t.Helper()
	file, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	buffered := bufio.NewWriter(file)
	content(buffered)
	if err := buffered.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
