{{- define "mailroom.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "mailroom.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 53 | trimSuffix "-" }}
{{- else if contains (include "mailroom.name" .) .Release.Name }}
{{- .Release.Name | trunc 53 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "mailroom.name" .) | trunc 53 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "mailroom.selector" -}}
app.kubernetes.io/name: {{ include "mailroom.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "mailroom.labels" -}}
{{- $own := dict
  "app.kubernetes.io/name" (include "mailroom.name" .)
  "app.kubernetes.io/instance" .Release.Name
  "app.kubernetes.io/version" .Chart.AppVersion
  "app.kubernetes.io/managed-by" .Release.Service
  "app.kubernetes.io/part-of" "matrix"
  "helm.sh/chart" (printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63)
}}
{{- toYaml (merge $own .Values.labels) }}
{{- end }}

{{/* metadata of an object: a dict of "root", "name" and, where wanted, "labels" and "annotations" */}}
{{- define "mailroom.metadata" -}}
name: {{ .name }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "mailroom.labels" .root | nindent 2 }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with merge (deepCopy (default dict .annotations)) .root.Values.annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "mailroom.image" -}}
{{- $repository := required "image.repository: where is the image pulled from?" .Values.image.repository }}
{{- if .Values.image.digest }}
{{- printf "%s@%s" $repository .Values.image.digest }}
{{- else }}
{{- printf "%s:%s" $repository (default .Chart.AppVersion .Values.image.tag) }}
{{- end }}
{{- end }}

{{- define "mailroom.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "mailroom.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{/* The config file: what the chart knows, below what the values say. */}}
{{- define "mailroom.config" -}}
{{- $known := dict
  "appservice" (dict
    "url" (printf "http://%s.%s.svc:%v" (include "mailroom.fullname" .) .Release.Namespace .Values.service.port)
    "listen" (dict "host" "0.0.0.0" "port" 9000)
    "registration" (printf "/secrets/registration/%s" .Values.registration.key))
  "observability" (dict "listen" (dict "host" "0.0.0.0" "port" 9001))
  "logging" (dict "format" "json" "output" "stdout")
}}
{{- if .Values.secret.existingSecret }}
{{- $_ := set $known "secret" (dict "file" (printf "/secrets/secret/%s" .Values.secret.key)) }}
{{- end }}
{{- if .Values.database.existingSecret }}
{{- $_ := set $known "database" (dict "url" (dict "file" (printf "/secrets/database/%s" .Values.database.key))) }}
{{- end }}
{{- toYaml (mergeOverwrite $known (deepCopy .Values.config)) }}
{{- end }}

{{/* Name of the ConfigMap with the config; empty where a Secret has it. */}}
{{- define "mailroom.configVolume" -}}
{{- if .root.Values.existingConfig.name -}}
secret:
  secretName: {{ .root.Values.existingConfig.name }}
  items: [{ key: {{ .root.Values.existingConfig.key | quote }}, path: config.yaml }]
{{- else -}}
configMap:
  name: {{ .configMap }}
{{- end }}
{{- end }}

{{/* What a pod that runs `mailroom` has; a dict of "root", "configMap", "serviceAccount", "args", "probes" and "restart". */}}
{{- define "mailroom.pod" -}}
{{- $values := .root.Values }}
{{- with $values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .serviceAccount }}
serviceAccountName: {{ . }}
{{- end }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .restart }}
restartPolicy: {{ . }}
{{- end }}
terminationGracePeriodSeconds: {{ $values.terminationGracePeriodSeconds }}
securityContext:
  {{- toYaml $values.podSecurityContext | nindent 2 }}
{{- with $values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- range $key := list "nodeSelector" "tolerations" "affinity" "hostAliases" "dnsConfig" }}
{{- with get $values $key }}
{{ $key }}:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- if .probes }}
{{- with $values.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.extraInitContainers }}
initContainers:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
containers:
  - name: mailroom
    image: {{ include "mailroom.image" .root | quote }}
    imagePullPolicy: {{ $values.image.pullPolicy }}
    args: {{ toJson .args }}
    securityContext:
      {{- toYaml $values.securityContext | nindent 6 }}
    env:
      - { name: MAILROOM_CONFIG, value: /config/config.yaml }
      {{- with $values.extraEnv }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- with $values.extraEnvFrom }}
    envFrom:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- if .probes }}
    ports:
      - { name: appservice, containerPort: 9000, protocol: TCP }
      - { name: watch, containerPort: 9001, protocol: TCP }
    {{- range $key := list "startupProbe" "livenessProbe" "readinessProbe" }}
    {{- with get $values $key }}
    {{ $key }}:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- end }}
    {{- end }}
    {{- with $values.resources }}
    resources:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    volumeMounts:
      - { name: config, mountPath: /config, readOnly: true }
      - { name: registration, mountPath: /secrets/registration, readOnly: true }
      {{- if $values.secret.existingSecret }}
      - { name: secret, mountPath: /secrets/secret, readOnly: true }
      {{- end }}
      {{- if $values.database.existingSecret }}
      - { name: database, mountPath: /secrets/database, readOnly: true }
      {{- end }}
      {{- range $values.secrets }}
      - { name: {{ printf "more-%s" .name }}, mountPath: {{ printf "/secrets/%s" .name | quote }}, readOnly: true }
      {{- end }}
      - { name: data, mountPath: /data }
      - { name: tmp, mountPath: /tmp }
      {{- with $values.extraVolumeMounts }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
  {{- if .probes }}
  {{- with $values.extraContainers }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- end }}
volumes:
  - name: config
    {{- include "mailroom.configVolume" (dict "root" .root "configMap" .configMap) | nindent 4 }}
  - name: registration
    secret:
      secretName: {{ required "registration.existingSecret: which Secret has the registration?" $values.registration.existingSecret }}
      defaultMode: 0440
  {{- with $values.secret.existingSecret }}
  - name: secret
    secret: { secretName: {{ . }}, defaultMode: 0440 }
  {{- end }}
  {{- with $values.database.existingSecret }}
  - name: database
    secret: { secretName: {{ . }}, defaultMode: 0440 }
  {{- end }}
  {{- range $values.secrets }}
  - name: more-{{ .name }}
    secret: { secretName: {{ required "secrets: existingSecret of each" .existingSecret }}, defaultMode: 0440 }
  {{- end }}
  - name: data
    emptyDir: { sizeLimit: {{ $values.tmp.sizeLimit }} }
  - name: tmp
    emptyDir: { sizeLimit: {{ $values.tmp.sizeLimit }} }
  {{- with $values.extraVolumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
